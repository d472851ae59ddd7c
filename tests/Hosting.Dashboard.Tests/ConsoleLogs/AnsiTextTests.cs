using Aspire.Hosting.Dashboard.ConsoleLogs;

namespace Aspire.Hosting.Dashboard.Tests.ConsoleLogs;

public sealed class AnsiTextTests
{
    [Theory]
    [InlineData("plain", "plain||")]
    [InlineData("\e[32minfo\e[0m: started", "info|fg-2|", ": started||")]
    [InlineData("\e[1;31mbad\e[22m still red\e[39m not", "bad|bold fg-1|", " still red|fg-1|", " not||")]
    [InlineData("\e[41m\e[97mon red", "on red|fg-15 bg-1|")]
    [InlineData("\e[38;5;208morange\e[38;2;1;2;3many", "orange||color:rgb(255 135 0);", "any||color:rgb(1 2 3);")]
    [InlineData("\e[38;5;9mbright", "bright|fg-9|")]
    [InlineData("\e]8;;http://evil.example\e\\link\e]8;;\e\\", "link||")]
    [InlineData("\e[2J\e[10;20Hat\e[K\e7", "at||")]
    [InlineData("\e[38;5", "38;5||")]
    [InlineData("\e[38mcut short", "cut short||")]
    [InlineData("bell\a and \0null", "bell and null||")]
    public void Colours_become_pieces_and_the_rest_that_steers_a_terminal_is_left_out(string line, params string[] pieces) =>
        Assert.Equal(pieces, AnsiText.Parse(line).Select(p => $"{p.Text}|{p.Classes}|{p.Css}"));

    [Fact]
    public void A_search_sees_the_words_only() => Assert.Equal("info: started", AnsiText.Plain("\e[32minfo\e[0m: started"));
}
