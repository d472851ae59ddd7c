using Aspire.Hosting.Publishing.Yaml;
using YamlDotNet.RepresentationModel;

namespace RegressionAnalyzer.Hosting.Tests.Publishing;

/// <summary>What is written is what a reader of YAML gets back.</summary>
public sealed class YamlWriterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("say \"hi\" \\ and 'bye'")]
    [InlineData("two\nlines\r\nand\ttab")]
    [InlineData("\0\u0001\u001b\u007f\u0085\u2028\ufeff")]
    [InlineData("Grüße 中文 🎉")]
    [InlineData("yes")]
    [InlineData("0x1F")]
    [InlineData("{{ .Values.a }} # not a comment: - x")]
    public void A_string_comes_back_as_it_was(string text)
    {
        var read = Read(new YamlMap { { "key", text }, { text, "value" } });

        Assert.Equal(text, Scalar(read.Children[new YamlScalarNode("key")]));
        Assert.Equal("value", Scalar(read.Children[new YamlScalarNode(text)]));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced_and_the_rest_is_kept() =>
        Assert.Equal("a\ufffdb", Scalar(Read(new YamlMap { { "key", "a\ud800b" } }).Children[new YamlScalarNode("key")]));

    [Fact]
    public void Maps_and_lists_nest()
    {
        var document = new YamlMap
        {
            { "none", null },
            { "map", new YamlMap { { "list", new YamlList { "a", new YamlMap { { "b", 1 }, { "c", true } }, new YamlList { "d" } } } } },
            { "nothing", new YamlMap() },
            { "empty", new YamlList() },
        };

        Assert.Equal(
            """
            ---
            map:
              list:
                - "a"
                - b: 1
                  c: true
                -
                  - "d"
            nothing: {}
            empty: []

            """,
            YamlWriter.Write(document, documentStart: true));
    }

    private static YamlMappingNode Read(YamlMap document)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(YamlWriter.Write(document)));
        return (YamlMappingNode)stream.Documents.Single().RootNode;
    }

    private static string? Scalar(YamlDotNet.RepresentationModel.YamlNode node) => ((YamlScalarNode)node).Value;
}
