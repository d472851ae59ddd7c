using RegressionAnalyzer.Analysis.Loading;

namespace RegressionAnalyzer.Analysis.Tests.Properties;

public sealed class TextFactsProperties
{
    private static readonly byte[] Bytes = [(byte)'\n', (byte)'\r', (byte)'"', 0, (byte)'a', (byte)',', 0xC3];

    /// <summary>At every length around the 64 bytes that are looked at together, and with pairs of CR and LF that lie across them.</summary>
    [Fact]
    public void They_are_those_of_a_plain_count()
    {
        for (var seed = 0; seed < 20_000; seed++)
        {
            var random = new Random(seed);
            var allowed = Bytes[..random.Next(1, Bytes.Length + 1)];
            random.Shuffle(allowed);
            var text = random.GetItems(allowed[..random.Next(1, allowed.Length + 1)], random.Next(300));
            Assert.True(TextFacts.Of(text) == Counted(text), $"seed {seed}");
        }
    }

    private static TextFacts Counted(byte[] text) => new(
        text.Count(one => one == '\n'), text.Count(one => one == '\r'), text.Zip(text.Skip(1)).Count(pair => pair is ((byte)'\r', (byte)'\n')),
        text.Contains((byte)'"'), text.Contains((byte)0), text.All(one => one < 128));
}
