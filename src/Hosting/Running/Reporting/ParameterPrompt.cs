using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Asks the person at the terminal, if there is one, for the values that are missing, one after the other.</summary>
internal sealed class ParameterPrompt(TerminalScreen? terminal) : IDisposable
{
    private readonly SemaphoreSlim _oneQuestion = new(1, 1);

    public bool IsSomebodyThere => terminal is not null;

    /// <summary>Nothing happens when nobody is there; when somebody gives the value elsewhere, on the dashboard, the question goes away.</summary>
    public async Task AskAsync(ParameterResource parameter, CancellationToken cancellationToken)
    {
        if (terminal is null)
        {
            return;
        }

        await _oneQuestion.WaitAsync(cancellationToken);
        try
        {
            if (!parameter.HasValue)
            {
                using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                var typed = terminal.AskAsync(parameter.Name, parameter.Secret, answered.Token);
                var first = await Task.WhenAny((Task)typed, parameter.GetValueAsync(answered.Token).AsTask());
                await answered.CancelAsync();
                if (first == typed)
                {
                    parameter.Answer(await typed);
                }
                else
                {
                    await typed.ContinueWith(_ => { }, TaskScheduler.Default);
                }
            }
        }
        finally
        {
            _oneQuestion.Release();
        }
    }

    public void Dispose() => _oneQuestion.Dispose();
}
