using System.Runtime.CompilerServices;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Numbers the labels of one column of a piece. Short labels are found again by their bytes alone.</summary>
internal sealed class LabelColumn
{
    private const int Slots = 256;
    private const int ShortBytes = 8;

    private readonly ulong[] _keys = new ulong[Slots];
    private readonly int[] _codes = new int[Slots];

    public LabelTable Labels { get; private set; } = new();

    /// <summary>Forgets all labels.</summary>
    public void Clear()
    {
        Labels = new LabelTable();
        Array.Clear(_keys);
    }

    /// <summary>Tells only whether there is a value.</summary>
    public static int Unlabelled(ReadOnlySpan<byte> field) => Missing.Is(field.TrimField()) ? LabelTable.MissingCode : LabelTable.Overflow;

    /// <param name="field">The field, blanks around it or not.</param>
    public int CodeOf(ReadOnlySpan<byte> field)
    {
        if (field.Length is 0 or >= ShortBytes || field[0] == 0)
            return Slow(field);
        var key = 0UL;
        for (var i = 0; i < field.Length; i++)
            key = (key << 8) | field[i];
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> 56);
        if (_keys[slot] == key)
            return _codes[slot];
        var code = Slow(field);
        (_keys[slot], _codes[slot]) = (key, code);
        return code;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Slow(ReadOnlySpan<byte> field)
    {
        field = field.TrimField();
        return Missing.Is(field) ? LabelTable.MissingCode : Labels.CodeOf(field);
    }
}
