namespace RegressionAnalyzer.Hosting.BrowserTests.Driving;

/// <summary>One AppHost for tests that leave it as they found it, one after the other: each start costs as much as a test.</summary>
public sealed class SharedAppHost : IAsyncLifetime
{
    private AppHostProgram? _program;

    internal AppHostProgram Program => _program!;

    public async ValueTask InitializeAsync() => _program = await AppHostProgram.StartAsync("--Replicas=1", "--Chatter=yes");

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class OneAppHost : ICollectionFixture<SharedAppHost>
{
    public const string Name = "one AppHost";
}
