namespace Aspire.Hosting.Dashboard.Otlp;

/// <summary>Equal objects as one object. When there are too many, it forgets them all: what is in use has its own references.</summary>
internal sealed class Shared<T>(int most) where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<T, T> _known = [];

    public T Share(T value)
    {
        lock (_lock)
        {
            if (_known.TryGetValue(value, out var known))
                return known;

            if (_known.Count >= most)
                _known.Clear();
            _known.Add(value, value);
            return value;
        }
    }
}
