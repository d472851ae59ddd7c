using System.Collections.Concurrent;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Parameters as resources of their own: whether they have a value, and who waits for one.</summary>
internal sealed class ParameterWaits(DistributedApplicationModel model, ResourceNotificationService notifications, RunConsole console, ParameterPrompt prompt)
{
    private readonly ConcurrentDictionary<(IResource, ParameterResource), bool> _said = new();

    /// <summary>Says of each parameter whether its value is known.</summary>
    public async Task PublishAsync()
    {
        foreach (var parameter in model.Resources.OfType<ParameterResource>())
        {
            await PublishAsync(parameter);
        }
    }

    /// <summary>Waits until every parameter among the values has one.</summary>
    public async Task WaitAsync(IResource resource, string replicaId, IEnumerable<object> values, CancellationToken cancellationToken)
    {
        var missing = ValueResolver.Missing(values).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        foreach (var parameter in missing)
        {
            // Once for all replicas, however often they are started.
            if (_said.TryAdd((resource, parameter), true))
            {
                console.WaitsForParameter(resource, parameter, prompt.IsSomebodyThere);
            }
        }

        await notifications.PublishUpdateAsync(resource, replicaId, s => s with { State = KnownResourceStates.ValueMissing });
        foreach (var parameter in missing)
        {
            await prompt.AskAsync(parameter, cancellationToken);
            await parameter.GetValueAsync(cancellationToken);
            await PublishAsync(parameter);
        }
    }

    /// <summary>Gives a missing value: whoever waits for it goes on.</summary>
    public Task AnswerAsync(ParameterResource parameter, string value)
    {
        parameter.Answer(value);
        return PublishAsync(parameter);
    }

    private Task PublishAsync(ParameterResource parameter)
    {
        var hasValue = parameter.HasValue;
        return notifications.PublishUpdateAsync(parameter, s => s with
        {
            State = hasValue ? KnownResourceStates.Running : KnownResourceStates.ValueMissing,
            Properties = [new("Source", parameter.ConfigurationKey), new("Value", hasValue ? parameter.Value : null) { IsSensitive = parameter.Secret }],
        });
    }
}
