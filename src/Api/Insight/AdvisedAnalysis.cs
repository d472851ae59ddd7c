using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Analyses;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Insight;

/// <summary>Analyses a table while a language model reads its description. Only when nobody named a target does the one wait for the other.</summary>
internal sealed class AdvisedAnalysis(Advisor advisor)
{
    /// <exception cref="AnalysisException">The table or the request cannot be analysed.</exception>
    public (AnalysisResult Analysis, Advice Advice) Run(JobRecord job, UploadRecord upload, string path, IProgress<AnalysisProgress> progress, CancellationToken stop)
    {
        var model = job.Model ?? Model.Plain;
        AnalysisResult Analyze(string? target, IReadOnlyList<string>? features) =>
            Analyzer.Analyze(path, upload.Filename, model.For(target, features) with { Transpose = job.Transpose, SkipBadRows = upload.SkipBadRows }, progress, stop);

        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var asking = Task.Run(() => advisor.AskAsync(job, upload, abandon.Token), CancellationToken.None);
        try
        {
            if (job.Target is not null || model.Formula is not null || !advisor.IsAsked(job))
            {
                var analysis = Analyze(job.Target, job.Features);
                progress.Report(new("insight", 1));
                return (analysis, asking.GetAwaiter().GetResult());
            }

            progress.Report(new("insight", 0));
            return Recommended(job, asking.GetAwaiter().GetResult(), Analyze);
        }
        catch
        {
            abandon.Cancel();
            throw;
        }
    }

    private static (AnalysisResult Analysis, Advice Advice) Recommended(
        JobRecord job, Advice advice, Func<string?, IReadOnlyList<string>?, AnalysisResult> analyze)
    {
        if (advice.Insight is not { Target: { } target } insight || job.Features?.Contains(target) == true)
            return (analyze(null, job.Features), advice);
        var features = job.Features ?? (insight.Features.Count > 0 ? insight.Features : null);
        try
        {
            return (analyze(target, features), advice with { Warnings = [$"No target was named; '{target}' was taken, as {insight.Provider} recommends."] });
        }
        catch (AnalysisException unfit)
        {
            return (analyze(null, job.Features), advice with { Warnings = [$"{insight.Provider} recommends to explain '{target}', which cannot be done: {unfit.Message}"] });
        }
    }
}
