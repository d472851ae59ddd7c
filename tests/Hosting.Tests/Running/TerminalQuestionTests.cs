using Aspire.Hosting.Running;

namespace RegressionAnalyzer.Hosting.Tests.Running;

/// <summary>What a person types in answer to a question.</summary>
public sealed class TerminalQuestionTests
{
    [Fact]
    public void An_answer_is_typed_corrected_and_ended_by_Enter()
    {
        var question = new TerminalQuestion("key", isSecret: false);

        Assert.Null(question.Type(Key('\r', ConsoleKey.Enter)));
        Type(question, "wrong");
        Assert.Null(question.Type(Key('\u0015', ConsoleKey.U, control: true)));
        Type(question, "right!");
        Assert.Null(question.Type(Key('\0', ConsoleKey.LeftArrow)));
        Assert.Null(question.Type(Key('\b', ConsoleKey.Backspace)));

        Assert.Equal("right", question.Shown);
        Assert.Equal("right", question.Type(Key('\r', ConsoleKey.Enter)));
    }

    [Fact]
    public void A_character_of_two_units_goes_as_one()
    {
        var question = new TerminalQuestion("key", isSecret: false);

        Type(question, "a🔑");
        question.Type(Key('\b', ConsoleKey.Backspace));

        Assert.Equal("a", question.Shown);
    }

    [Fact]
    public void Of_a_secret_only_its_length_is_shown()
    {
        var question = new TerminalQuestion("key", isSecret: true);

        Type(question, "abc");

        Assert.Equal("***", question.Shown);
        Assert.Equal("abc", question.Type(Key('\r', ConsoleKey.Enter)));
    }

    private static void Type(TerminalQuestion question, string text)
    {
        foreach (var character in text)
        {
            Assert.Null(question.Type(Key(character, ConsoleKey.None)));
        }
    }

    private static ConsoleKeyInfo Key(char character, ConsoleKey key, bool control = false) => new(character, key, shift: false, alt: false, control);
}
