#!/usr/bin/python3
"""The same service as one writes it in Python: FastAPI and uvicorn, pandas, scikit-learn and matplotlib in as many worker processes as there are cores.
    peer.py PORT FOLDER
Uploads are streamed to a file and read once for their columns; an analysis is the pipeline of ../peers/pipeline_sklearn.py in a worker that has everything
imported, results lie in memory. No other replica, no lease, no retention, no page: less is asked of it."""
import contextlib
import io
import os
import runpy
import shutil
import sys
import uuid
from concurrent.futures import ProcessPoolExecutor, TimeoutError
from pathlib import Path

import pandas
import uvicorn
from fastapi import FastAPI, HTTPException, UploadFile
from pydantic import BaseModel

port, folder = int(sys.argv[1]), Path(sys.argv[2])
pipeline = Path(__file__).parent.parent / "peers" / "pipeline_sklearn.py"
app, jobs = FastAPI(), {}


def run(*arguments):
    sys.argv = [str(pipeline), *arguments]
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        runpy.run_path(str(pipeline))
    return said.getvalue()


def import_all():
    import matplotlib.pyplot
    import scipy.stats
    import sklearn.ensemble
    import sklearn.inspection


class Analysis(BaseModel):
    upload_id: str
    target: str
    skip_llm: bool = True


@app.get("/api/v1/health")
async def health():
    return {"status": "healthy", "version": "0.1.0", "llm_available": False, "providers": []}


@app.post("/api/v1/upload", status_code=201)
def upload(file: UploadFile):
    upload_id = uuid.uuid4().hex
    path = folder / f"{upload_id}.csv"
    with open(path, "wb") as target:
        shutil.copyfileobj(file.file, target)
    table = pandas.read_csv(path)
    return {"upload_id": upload_id, "filename": file.filename, "size": path.stat().st_size, "status": "uploaded", "rows": len(table),
            "columns": [{"name": name, "type": str(kind)} for name, kind in table.dtypes.items()]}


@app.post("/api/v1/analyze", status_code=202)
def analyze(analysis: Analysis):
    job = uuid.uuid4().hex
    jobs[job] = workers.submit(run, str(folder / f"{analysis.upload_id}.csv"), analysis.target, str(folder / job))
    return {"job_id": job, "status": "processing"}


@app.get("/api/v1/results/{job}")
def result(job: str, wait: str = "0s"):
    if job not in jobs:
        raise HTTPException(404)
    try:
        done = jobs[job].result(timeout=float(wait.rstrip("s")))
    except TimeoutError:
        return {"status": "processing"}
    return {"status": "completed", "scores": done}


if __name__ == "__main__":
    workers = ProcessPoolExecutor(os.cpu_count(), initializer=import_all)
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error")
