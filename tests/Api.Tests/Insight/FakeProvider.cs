using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace RegressionAnalyzer.Api.Tests.Insight;

/// <summary>A server that speaks the protocols of the providers: Anthropic's messages, and the chat completions of OpenAI that others speak too.</summary>
public sealed class FakeProvider : IAsyncDisposable
{
    public const string Key = "sk-never-to-be-seen";

    private readonly WebApplication _server;
    private readonly Queue<Func<HttpContext, Task>> _answers = new();
    private readonly List<(string Path, string? Key, JsonObject Body)> _requests = [];

    public FakeProvider()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Run(AnswerAsync);
        _server.Start();
    }

    public IReadOnlyList<(string Path, string? Key, JsonObject Body)> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>The settings that make a replica ask here.</summary>
    public IEnumerable<(string Name, string Value)> As(string provider) =>
    [
        ($"{provider.ToUpperInvariant()}_API_KEY", Key),
        ($"Llm:{provider}:BaseUrl", provider == "anthropic" ? _server.Urls.Single() : _server.Urls.Single() + "/v1"),
    ];

    /// <summary>What the model says next; the last thing said is said again.</summary>
    public FakeProvider Says(object answer) => Does(context => SendAsync(context, answer as string ?? JsonSerializer.Serialize(answer)));

    public FakeProvider Fails(int status) => Does(context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = "0";
        return context.Response.WriteAsJsonAsync(new { error = new { type = "some_error", message = $"key {Key} and your whole prompt" } });
    });

    public FakeProvider Does(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Func<HttpContext, Task> answer;
        lock (_requests)
        {
            var key = context.Request.Headers.Authorization.FirstOrDefault();
            _requests.Add((context.Request.Path, key, body));
            answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        }

        await answer(context);
    }

    private static Task SendAsync(HttpContext context, string text) => context.Response.WriteAsJsonAsync<object>(context.Request.Path == "/v1/messages"
        ? new
        {
            id = "msg_1",
            type = "message",
            role = "assistant",
            model = "some-model",
            content = new[] { new { type = "text", text } },
            stop_reason = "end_turn",
            usage = new { input_tokens = 1000, output_tokens = 200 },
        }
        : new
        {
            id = "chatcmpl-1",
            @object = "chat.completion",
            created = 1,
            model = "some-model",
            choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = "stop" } },
            usage = new { prompt_tokens = 1000, completion_tokens = 200, total_tokens = 1200 },
        });
}
