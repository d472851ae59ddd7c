using RegressionAnalyzer.Manifests;

namespace RegressionAnalyzer.Bench.Publish;

/// <summary>A chart with any number of services, as the publisher leaves it, and the settings for it.</summary>
internal sealed class SampleChart : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chart-").FullName;
    private readonly string[] _names;
    private readonly DeploymentSettings _settings;

    public SampleChart(int services)
    {
        _names = [.. Enumerable.Range(1, services).Select(i => $"service-{i}")];
        _settings = new DeploymentSettings { Name = "sample", Workloads = [.. _names.Select(Workload)] };
    }

    /// <summary>Finishing takes the raw chart away, so each run writes it first.</summary>
    public FinishReport Finish()
    {
        Write("Chart.yaml", "apiVersion: \"v2\"\nname: \"sample\"\nversion: \"0.1.0\"\n");
        Write("values.yaml", "config:\n" + string.Concat(_names.Select(name => $"  {Key(name)}:\n    log_level: \"Information\"\n    url: \"http://localhost\"\n")));
        foreach (var name in _names)
        {
            Write($"templates/{name}/deployment.yaml", Deployment(name));
            Write($"templates/{name}/config.yaml", Config(name));
        }

        return ManifestFinisher.Finish(_folder, _settings);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static WorkloadSettings Workload(string name) => new()
    {
        Resource = name,
        Image = new ImageSettings { Repository = name, Tag = "0.1.0" },
        Service = new ServiceSettings { Type = ServiceType.ClusterIP },
        Volumes = [new SharedVolume { Name = "data", MountPath = "/app/data" }],
        SecretKeys = [new SecretKey("API_KEY")],
    };

    private static string Key(string name) => name.Replace('-', '_');

    private static string Config(string name) =>
        $$$"""
        apiVersion: "v1"
        kind: "ConfigMap"
        metadata:
          name: "{{{name}}}-config"
        data:
          LOG_LEVEL: "{{ .Values.config.{{{Key(name)}}}.log_level }}"
          URL: "{{ .Values.config.{{{Key(name)}}}.url }}"
        """;

    private static string Deployment(string name) =>
        $$$"""
        apiVersion: "apps/v1"
        kind: "Deployment"
        metadata:
          name: "{{{name}}}-deployment"
          labels:
            app.kubernetes.io/name: "{{ .Chart.Name }}"
        spec:
          template:
            spec:
              containers:
                - image: "{{{name}}}:latest"
                  name: "{{{name}}}"
                  ports:
                    - name: "http"
                      protocol: "TCP"
                      containerPort: 8000
                  readinessProbe:
                    httpGet:
                      scheme: "http"
                      path: "/health"
                      port: 8000
                  volumeMounts:
                    - name: "data"
                      mountPath: "/app/data"
              volumes:
                - name: "data"
                  emptyDir: {}
          replicas: 1
        """;

    private void Write(string path, string content)
    {
        var target = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, content);
    }
}
