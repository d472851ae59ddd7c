using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Distinct texts of a column, numbered in the order they first appear.</summary>
internal sealed class LabelTable
{
    /// <summary>A column with more distinct texts names things rather than groups them; its texts are not kept.</summary>
    public const int MaxLabels = 10_000;

    /// <summary>A longer text is prose, not a label.</summary>
    public const int MaxLabelBytes = 1_000;

    /// <summary>Stands for a text past <see cref="MaxLabels"/> or <see cref="MaxLabelBytes"/>.</summary>
    public const int Overflow = -2;

    public const int MissingCode = -1;

    private readonly Dictionary<byte[], int> _codes = new(Utf8Comparer.Instance);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly List<string> _labels = [];

    public LabelTable() => _lookup = _codes.GetAlternateLookup<ReadOnlySpan<byte>>();

    public IReadOnlyList<string> Labels => _labels;

    /// <summary>Whether a text was not kept.</summary>
    public bool IsOverflowed { get; private set; }

    public int CodeOf(ReadOnlySpan<byte> text)
    {
        if (text.Length <= MaxLabelBytes && _lookup.TryGetValue(text, out var code))
            return code;
        if (_labels.Count >= MaxLabels || text.Length > MaxLabelBytes)
        {
            IsOverflowed = true;
            return Overflow;
        }

        code = _labels.Count;
        _labels.Add(Encoding.UTF8.GetString(text));
        _lookup[text] = code;
        return code;
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? left, byte[]? right) => left.AsSpan().SequenceEqual(right);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] text) => GetHashCode(text.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // seeded anew in every process: nobody can send a file of colliding labels
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
