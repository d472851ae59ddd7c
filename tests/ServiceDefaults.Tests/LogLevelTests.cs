using Microsoft.Extensions.Logging;

namespace RegressionAnalyzer.ServiceDefaults.Tests;

public sealed class LogLevelTests
{
    [Theory]
    [InlineData(null, LogLevel.Information)]
    [InlineData("", LogLevel.Information)]
    [InlineData("Information", LogLevel.Information)]
    [InlineData("INFO", LogLevel.Information)]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData(" WARNING ", LogLevel.Warning)]
    [InlineData("Critical", LogLevel.Critical)]
    public void A_level_is_known_by_the_names_of_dotnet_and_of_Python(string? value, LogLevel level) => Assert.Equal(level, Logs.Level(value));

    [Theory]
    [InlineData("loud")]
    [InlineData("3")]
    public void Another_word_is_refused_with_those_that_are_allowed(string value)
    {
        var refused = Assert.Throws<SettingException>(() => Logs.Level(value));

        Assert.Equal($"LOG_LEVEL is '{value}'. Allowed: trace, debug, info, warning, error, critical or none.", refused.Message);
    }
}
