using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Tests.Properties;

/// <summary>A number is read as <see cref="double.Parse(string)"/> reads it, to the last bit, or left to it.</summary>
public sealed class NumberProperties
{
    private const int Tries = 300_000;

    private const string Marks = "0123456789.,-+eE \"a\r\n\0/:é";

    [Fact]
    public void A_plain_number_is_read_to_the_last_bit()
    {
        var random = new Random(2_026);
        var read = 0;
        for (var i = 0; i < Tries; i++)
        {
            var text = Plain(random);
            if (!TryRead(text, '.', random, out var value))
                continue;
            read++;
            Assert.True(Same(double.Parse(text, CultureInfo.InvariantCulture), value), $"{text} was read as {value:R}");
        }

        // only those of more digits than are surely exact are left
        Assert.InRange(read, Tries * 2 / 3, Tries);
    }

    [Fact]
    public void What_is_no_plain_number_is_left_alone()
    {
        var random = new Random(2_027);
        for (var i = 0; i < Tries; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(18)).Select(_ => Marks[random.Next(3) == 0 ? random.Next(Marks.Length) : random.Next(11)]));
            if (TryRead(text, '.', random, out var value))
            {
                Assert.True(double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var wanted), $"'{text}' was read as {value:R}");
                Assert.True(Same(wanted, value), $"{text} was read as {value:R}");
            }
        }
    }

    [Theory]
    [InlineData("-0", -0.0)]
    [InlineData("-.0", -0.0)]
    [InlineData("5.", 5.0)]
    [InlineData(".5", 0.5)]
    [InlineData("999999999999999", 999999999999999.0)]
    [InlineData("0.00000000000001", 0.00000000000001)]
    public void The_ends_of_what_is_plain(string text, double wanted)
    {
        Assert.True(TryRead(text, '.', new Random(1), out var value));
        Assert.True(Same(wanted, value), $"{value:R}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("1234567890123456")]
    [InlineData("12345678901234567890123456789012345")]
    [InlineData("123456789012345678901234567890123")]
    public void What_is_not(string text) => Assert.False(TryRead(text, '.', new Random(1), out _));

    [Fact]
    public void A_comma_may_be_the_decimal_mark()
    {
        Assert.True(TryRead("-12,75", ',', new Random(1), out var value));
        Assert.Equal(-12.75, value);
        Assert.False(TryRead("-12.75", ',', new Random(1), out _));
    }

    private static bool Same(double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other);

    /// <summary>Up to seventeen digits, with a decimal point in any place or none, with a sign or none.</summary>
    private static string Plain(Random random)
    {
        var digits = string.Concat(Enumerable.Range(0, random.Next(1, 18)).Select(_ => (char)('0' + random.Next(10))));
        var point = random.Next(3) == 0 ? -1 : random.Next(digits.Length + 1);
        return (random.Next(2) == 0 ? "-" : "") + (point < 0 ? digits : digits.Insert(point, "."));
    }

    /// <summary>What follows a field is anything.</summary>
    private static bool TryRead(string text, char mark, Random random, out double value)
    {
        var field = Encoding.UTF8.GetBytes(text);
        var buffer = Encoding.UTF8.GetBytes(text + ",.5-7" + random.NextInt64() + random.NextInt64() + "xxxxxxxxxxxxxxxx");
        return Number.TryReadPlain(ref buffer[0], field.Length, Vector128.Create((byte)mark), out value);
    }
}
