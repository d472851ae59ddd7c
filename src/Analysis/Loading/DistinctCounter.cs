using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>
/// Counts how many different values there are: up to a limit exactly, beyond it to about 1/√(limit/2), in memory for the limit. Kept are the values whose
/// scrambled bits are below a bound, and the bound is halved whenever there are too many; so they depend on the values alone, not on their order or on who
/// counted which. Source: Flajolet, "On adaptive sampling", Computing 43 (1990), after Wegman.
/// </summary>
/// <param name="limit">How many are kept at most.</param>
internal sealed class DistinctCounter(int limit)
{
    private const int FirstSlots = 64, Sparsity = 4;

    /// <summary>How many all columns of a table keep together, and the least and the most that one keeps.</summary>
    private const int OfAll = 1 << 20, Least = 256, Most = 2048;

    /// <summary>Of this process alone, so that nobody can make a table whose values all fall into the same slot.</summary>
    private static readonly ulong Secret = (ulong)Random.Shared.NextInt64() | 1;

    /// <summary>The kept ones by open addressing, at most every fourth slot taken; 0 where there is none.</summary>
    private ulong[] _slots = new ulong[FirstSlots];

    private ulong _bound = ulong.MaxValue;
    private int _kept;

    /// <summary>The limit for each column of a table.</summary>
    public static int LimitFor(int columns) => Math.Clamp(OfAll / columns, Least, Most);

    /// <summary>How many different values there were.</summary>
    public long Count => (long)_kept << BitOperations.LeadingZeroCount(_bound);

    /// <param name="values">NaN stands for a missing value, and is none. Zeros of either sign are the same.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<double> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        Span<ulong> lanes = stackalloc ulong[Vector512<ulong>.Count];
        Span<double> rest = stackalloc double[Vector512<double>.Count];
        var whole = values.Length - values.Length % Vector512<double>.Count;
        rest.Fill(double.NaN);
        values[whole..].CopyTo(rest);
        for (var row = 0; row <= whole; row += Vector512<double>.Count)
        {
            var block = row < whole ? Vector512.LoadUnsafe(ref first, (nuint)row) : Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(rest));
            var order = Scramble.Of((block + Vector512<double>.Zero).AsUInt64());
            var chosen = (Vector512.LessThanOrEqual(order, Vector512.Create(_bound)) & Vector512.Equals(block, block).AsUInt64()).ExtractMostSignificantBits();
            if (chosen == 0)
                continue;
            order.StoreUnsafe(ref MemoryMarshal.GetReference(lanes));
            for (; chosen != 0; chosen &= chosen - 1)
                Keep(lanes[BitOperations.TrailingZeroCount(chosen)]);
        }
    }

    /// <summary>Adds what another counted.</summary>
    public void Add(DistinctCounter other)
    {
        foreach (var order in other._slots)
        {
            if (order != 0)
                Keep(order);
        }

        while (_bound > other._bound)
            Halve();
    }

    private void Keep(ulong order)
    {
        // of 0, which marks an empty slot, only the table could tell 1
        order = Math.Max(order, 1);
        if (order > _bound)
            return;
        if (Sparsity * _kept > _slots.Length)
            MoveTo(2 * _slots.Length);
        _kept += Put(_slots, order) ? 1 : 0;
        while (_kept > limit)
            Halve();
    }

    private void Halve()
    {
        _bound >>= 1;
        MoveTo(_slots.Length);
    }

    private void MoveTo(int slots)
    {
        var borrowed = ArrayPool<ulong>.Shared.Rent(_slots.Length + 1);
        var kept = 0;
        foreach (var order in _slots)
        {
            // without a branch that nobody could foretell; an empty slot becomes the largest number
            borrowed[kept] = order;
            kept += order - 1 < _bound ? 1 : 0;
        }

        if (slots == _slots.Length)
            Array.Clear(_slots);
        else
            _slots = new ulong[slots];
        foreach (var order in borrowed.AsSpan(0, kept))
            Put(_slots, order);
        _kept = kept;
        ArrayPool<ulong>.Shared.Return(borrowed);
    }

    /// <summary>Source: Dietzfelbinger et al., "A reliable randomized algorithm for the closest-pair problem", Journal of Algorithms 25 (1997), for the slot to start at.</summary>
    /// <returns>Whether it was not there yet.</returns>
    private static bool Put(Span<ulong> slots, ulong order)
    {
        var mask = slots.Length - 1;
        var slot = (int)((order * Secret) >> BitOperations.LeadingZeroCount((ulong)mask));
        for (; slots[slot] != order; slot = (slot + 1) & mask)
        {
            if (slots[slot] != 0)
                continue;
            slots[slot] = order;
            return true;
        }

        return false;
    }
}
