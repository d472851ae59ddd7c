using System.Text;

namespace Aspire.Hosting.Running;

/// <summary>A question, and what has been typed of its answer so far.</summary>
internal sealed class TerminalQuestion(string name, bool isSecret)
{
    private readonly StringBuilder _typed = new();

    public string Label { get; } = $"Value of {name}: ";

    /// <summary>What the person sees of the answer.</summary>
    public string Shown => isSecret ? new string('*', _typed.Length) : _typed.ToString();

    /// <returns>The answer once it is complete: an empty one is none.</returns>
    public string? Type(ConsoleKeyInfo key)
    {
        switch (key.Key)
        {
            case ConsoleKey.Enter when _typed.Length > 0:
                return _typed.ToString();
            case ConsoleKey.Backspace when _typed.Length > 0:
                _typed.Length -= _typed.Length > 1 && char.IsLowSurrogate(_typed[^1]) ? 2 : 1;
                break;
            case ConsoleKey.U when key.Modifiers.HasFlag(ConsoleModifiers.Control):
                _typed.Clear();
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                {
                    _typed.Append(key.KeyChar);
                }

                break;
        }

        return null;
    }
}
