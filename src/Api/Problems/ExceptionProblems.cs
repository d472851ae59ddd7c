using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using RegressionAnalyzer.Analysis;
using RegressionAnalyzer.Api.Storage;

namespace RegressionAnalyzer.Api.Problems;

/// <summary>Turns what was thrown into problem details; only what nobody foresaw is logged with its stack.</summary>
internal sealed class ExceptionProblems(IProblemDetailsService problems, ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosedRequest; // for the log: nobody reads it
            return true;
        }

        var details = Details(exception);
        if (details.Status == StatusCodes.Status500InternalServerError)
            logger.LogError(exception, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
        else if (details.Status >= StatusCodes.Status500InternalServerError)
            logger.LogWarning("{Method} {Path} failed: {Reason}", context.Request.Method, context.Request.Path, exception.Message);

        context.Response.StatusCode = details.Status!.Value;
        return await problems.TryWriteAsync(new() { HttpContext = context, ProblemDetails = details, Exception = exception });
    }

    private static ProblemDetails Details(Exception exception) => exception switch
    {
        RequestException request => With(request.Status, request.Message, request.More),
        TableFormatException table => With(StatusCodes.Status422UnprocessableEntity, table.Message,
            new("line", table.Line), new("column", table.Column)),
        BadHttpRequestException { InnerException: JsonException json } bad => With(bad.StatusCode, UnreadBody.Explain(json)),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => With(StatusCodes.Status415UnsupportedMediaType, null),
        BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest, InnerException: null } bad when bad.Message.Contains("no body was provided", StringComparison.Ordinal) =>
            With(bad.StatusCode, UnreadBody.Empty),
        BadHttpRequestException bad => With(bad.StatusCode, bad.Message),
        IOException full when full.IsDiskFull() => With(StatusCodes.Status507InsufficientStorage,
            "The storage is full. Nothing was stored; delete uploads or results no longer needed, or try again later."),
        _ when exception.IsStorageTrouble() => With(StatusCodes.Status503ServiceUnavailable,
            "The storage does not answer as it should. Nothing was stored; try again in a minute."),
        _ => With(StatusCodes.Status500InternalServerError, "Something went wrong here, not in your request. The log of the service has it."),
    };

    private static ProblemDetails With(int status, string? detail, params IEnumerable<KeyValuePair<string, object?>> more)
    {
        var details = new ProblemDetails { Status = status, Detail = detail };
        foreach (var (name, value) in more)
        {
            if (value is not null)
                details.Extensions[name] = value;
        }

        return details;
    }
}
