namespace RegressionAnalyzer.Api.Limits;

/// <summary>The requests of one client within the last minute, by this process' own clock.</summary>
internal sealed class RecentRequests(int most, TimeProvider time)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<long> _at = new();

    /// <summary>Counts a request unless there were as many as may be.</summary>
    public Allowance Take()
    {
        lock (_at)
        {
            Forget();
            var taken = _at.Count < most;
            if (taken)
                _at.Enqueue(time.GetTimestamp());
            return new(taken, most - _at.Count, Window - time.GetElapsedTime(_at.Peek()));
        }
    }

    /// <summary>Whether there was none within the last minute.</summary>
    public bool IsIdle()
    {
        lock (_at)
        {
            Forget();
            return _at.Count == 0;
        }
    }

    private void Forget()
    {
        while (_at.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
            _at.Dequeue();
    }
}

/// <param name="IsTaken">Whether the request may go on.</param>
/// <param name="Remaining">How many more may.</param>
/// <param name="Next">After this time one more may than now.</param>
internal readonly record struct Allowance(bool IsTaken, int Remaining, TimeSpan Next)
{
    public int NextSeconds => (int)Math.Ceiling(Next.TotalSeconds);
}
