using System.Text.Json;
using Microsoft.Extensions.Options;
using RegressionAnalyzer.Api.Jobs;
using RegressionAnalyzer.Api.Uploads;

namespace RegressionAnalyzer.Api.Insight;

/// <summary>Asks a language model about a table. Whatever goes wrong there costs a warning, never the analysis.</summary>
internal sealed class Advisor(IOptions<InsightOptions> options, TimeProvider time, ILogger<Advisor> logger)
{
    private const int MaxAnswers = 2;

    /// <summary>Whether this job's table is shown to a language model.</summary>
    public bool IsAsked(JobRecord job) => !job.SkipLlm && options.Value.Active is not null;

    /// <exception cref="OperationCanceledException">The caller no longer wants it.</exception>
    public async Task<Advice> AskAsync(JobRecord job, UploadRecord upload, CancellationToken cancellationToken)
    {
        if (!IsAsked(job))
            return Advice.None;
        var provider = options.Value.Active!;
        using var limit = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var began = time.GetTimestamp();
        try
        {
            var insight = await AskAsync(provider, job, upload, either.Token);
            logger.LogInformation("{Provider} {Model} answered in {Milliseconds:0} ms, {Input} tokens in and {Output} out",
                provider.Name, provider.Model, time.GetElapsedTime(began).TotalMilliseconds, insight.InputTokens, insight.OutputTokens);
            return new(insight, []);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Not the exception itself: providers repeat in their messages what was sent to them.
            var reason = limit.IsCancellationRequested ? $"did not answer within {options.Value.Timeout.TotalSeconds:0} s" : Failure.InWords(failure);
            logger.LogWarning("{Provider} {Model} {Reason} ({Kind})", provider.Name, provider.Model, reason, failure.GetType().Name);
            return new(null, [$"The language model of {provider.Title} {reason}. The statistics are complete without it."]);
        }
    }

    private async Task<TableInsight> AskAsync(Provider provider, JobRecord job, UploadRecord upload, CancellationToken cancellationToken)
    {
        using var client = ChatClients.Open(provider, options.Value.Timeout);
        var messages = Prompt.For(TableDescription.Of(job, upload));
        long? input = null, output = null;
        for (var asked = 1; ; asked++)
        {
            var response = await client.GetResponseAsync(messages, Prompt.Options(), cancellationToken);
            input = Sum(input, response.Usage?.InputTokenCount);
            output = Sum(output, response.Usage?.OutputTokenCount);
            try
            {
                var answer = AnswerCheck.Read(response.Text, upload);
                var cost = input is { } sent && output is { } received ? provider.Price?.Of(sent, received) : null;
                return new(provider.Name, provider.Model, answer.Context, answer.Target, answer.Features, answer.Columns,
                    answer.Transpose, answer.TransposeReason, input, output, cost);
            }
            catch (JsonException) when (asked < MaxAnswers)
            {
                logger.LogInformation("{Provider} answered something else than asked; asking once more", provider.Name);
            }
        }
    }

    private static long? Sum(long? soFar, long? more) => more is null ? soFar : (soFar ?? 0) + more;
}
