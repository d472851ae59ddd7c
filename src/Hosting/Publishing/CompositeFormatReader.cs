using System.Globalization;
using System.Text;

namespace Aspire.Hosting.Publishing;

/// <summary>Takes a composite format such as <c>http://{0}:{1}</c> apart, as <see cref="string.Format(string, object?[])"/> reads it.</summary>
internal static class CompositeFormatReader
{
    /// <returns>Literals, with an index of null, and places, in order.</returns>
    public static IEnumerable<(string Literal, int? Index)> Read(string format)
    {
        var literal = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            var doubled = i + 1 < format.Length && format[i + 1] == format[i];
            if (format[i] is not ('{' or '}'))
            {
                literal.Append(format[i]);
            }
            else if (doubled)
            {
                literal.Append(format[i++]);
            }
            else
            {
                if (literal.Length > 0)
                {
                    yield return (literal.ToString(), null);
                    literal.Clear();
                }

                var end = format.IndexOf('}', i);
                yield return ("", int.Parse(format.AsSpan(i + 1, end - i - 1), CultureInfo.InvariantCulture));
                i = end;
            }
        }

        if (literal.Length > 0)
        {
            yield return (literal.ToString(), null);
        }
    }
}
