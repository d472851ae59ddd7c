using System.Runtime.ExceptionServices;

namespace RegressionAnalyzer.Analysis.Loading;

/// <summary>Works on the pieces of a sequence on every core and joins the results in the sequence's order, so that the number of cores shows nowhere.</summary>
internal static class OrderedParallel
{
    /// <param name="source">The pieces; taken by one thread at a time.</param>
    /// <param name="worker">Makes what a thread works with, once for each.</param>
    /// <param name="map">Turns a piece into a result.</param>
    /// <param name="join">Takes in the results, one at a time and in order.</param>
    /// <exception cref="Exception">What the earliest failing piece threw.</exception>
    public static void Run<TPiece, TWorker, TResult>(
        IEnumerable<TPiece> source, Func<TWorker> worker, Func<TWorker, TPiece, TResult> map, Action<TResult> join, CancellationToken cancellationToken)
    {
        using var pieces = source.GetEnumerator();
        var line = new Line<TPiece, TResult>(pieces, join, cancellationToken);
        var others = new Task[Environment.ProcessorCount - 1];
        for (var i = 0; i < others.Length; i++)
            others[i] = Cores.Run(() => line.Work(worker, map));
        line.Work(worker, map);
        Task.WaitAll(others, CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        line.Failure?.Throw();
    }

    private sealed class Line<TPiece, TResult>(IEnumerator<TPiece> pieces, Action<TResult> join, CancellationToken cancellationToken)
    {
        /// <summary>How far a thread may be ahead of the slowest: results wait in memory.</summary>
        private static readonly int MaxWaiting = 4 * Environment.ProcessorCount;

        private readonly Lock _taking = new();
        private readonly object _joining = new();
        private readonly Dictionary<long, (TResult? Result, ExceptionDispatchInfo? Failure)> _waiting = [];
        private long _taken;
        private long _joined;
        private volatile bool _stopped;

        public ExceptionDispatchInfo? Failure { get; private set; }

        public void Work<TWorker>(Func<TWorker> create, Func<TWorker, TPiece, TResult> map)
        {
            TWorker? worker = default;
            while (Take(out var piece, out var number, out var failure))
            {
                TResult? result = default;
                if (failure is null)
                {
                    try
                    {
                        worker ??= create();
                        result = map(worker, piece!);
                    }
                    catch (Exception exception)
                    {
                        failure = ExceptionDispatchInfo.Capture(exception);
                    }
                }

                Join(number, result, failure);
            }
        }

        private bool Take(out TPiece? piece, out long number, out ExceptionDispatchInfo? failure)
        {
            lock (_taking)
            {
                (piece, number, failure) = (default, _taken, null);
                if (_stopped || cancellationToken.IsCancellationRequested)
                    return false;
                try
                {
                    if (!pieces.MoveNext())
                    {
                        _stopped = true;
                        return false;
                    }

                    piece = pieces.Current;
                }
                catch (Exception exception)
                {
                    _stopped = true;
                    failure = ExceptionDispatchInfo.Capture(exception);
                }

                _taken++;
                return true;
            }
        }

        private void Join(long number, TResult? result, ExceptionDispatchInfo? failure)
        {
            lock (_joining)
            {
                while (number - _joined > MaxWaiting && Failure is null && !cancellationToken.IsCancellationRequested)
                    Monitor.Wait(_joining, 100);
                _waiting.Add(number, (result, failure));
                while (_waiting.Remove(_joined, out var next))
                {
                    _joined++;
                    if (Failure is null)
                        TakeIn(next.Result!, next.Failure);
                }

                Monitor.PulseAll(_joining);
            }
        }

        private void TakeIn(TResult result, ExceptionDispatchInfo? failure)
        {
            try
            {
                failure?.Throw();
                join(result);
            }
            catch (Exception exception)
            {
                Failure = ExceptionDispatchInfo.Capture(exception);
                _stopped = true;
            }
        }
    }
}
