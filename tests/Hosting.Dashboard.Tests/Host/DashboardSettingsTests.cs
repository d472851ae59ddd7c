using Aspire.Hosting.Dashboard.Host;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Dashboard.Tests.Host;

public sealed class DashboardSettingsTests
{
    [Fact]
    public void It_is_on_unless_the_person_or_the_model_says_no()
    {
        Assert.True(Read([]).IsEnabled);
        Assert.False(Read([new("Dashboard:Disabled", "true")]).IsEnabled);
        Assert.False(DashboardSettings.Read(new ConfigurationBuilder().Build(), new DistributedApplicationOptions { DisableDashboard = true }, test: null).IsEnabled);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("http://localhost:18888", 18888)]
    [InlineData("https://localhost:17000;http://localhost:18888", 18888)]
    [InlineData("http://+:18888", 18888)]
    [InlineData("https://localhost:17000", null)]
    [InlineData("http://127.0.0.1:0", null)]
    public void The_launch_profiles_address_fixes_the_port(string? urls, int? port) => Assert.Equal(port, Read([new("ASPNETCORE_URLS", urls)]).Port);

    [Fact]
    public void An_address_that_is_none_is_named()
    {
        var exception = Assert.Throws<DistributedApplicationException>(() => Read([new("ASPNETCORE_URLS", "18888")]));

        Assert.Contains("'18888'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_has_none_unless_it_asks()
    {
        await using var builder = DistributedApplicationTestingBuilder.Create();
        await using var application = await builder.BuildAsync(TestContext.Current.CancellationToken);

        Assert.Null(application.Services.GetService<DashboardHost>());
    }

    [Fact]
    public async Task A_taken_port_is_no_reason_not_to_run()
    {
        await using var one = await RunningDashboard.StartAsync();
        await using var other = await RunningDashboard.StartAsync($"--ASPNETCORE_URLS=http://localhost:{one.Address.Port}");
        using var browser = await other.SignedInAsync();

        Assert.NotEqual(one.Address.Port, other.Address.Port);
    }

    private static DashboardSettings Read(IEnumerable<KeyValuePair<string, string?>> settings) => DashboardSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), new DistributedApplicationOptions(), test: null);
}
