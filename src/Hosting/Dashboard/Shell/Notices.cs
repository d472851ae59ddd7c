namespace Aspire.Hosting.Dashboard.Shell;

/// <summary>What became of the things a person asked for, on their page.</summary>
internal sealed class Notices
{
    private const int Most = 5;

    private readonly Lock _gate = new();
    private readonly List<Notice> _all = [];
    private int _last;

    public event Action? Changed;

    public IReadOnlyList<Notice> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    public Notice Add(string text, NoticeKind kind) => Put(null, text, kind);

    public Notice Put(Notice? replaced, string text, NoticeKind kind)
    {
        Notice notice;
        lock (_gate)
        {
            notice = new Notice(replaced?.Id ?? ++_last, text, kind);
            _all.RemoveAll(n => n.Id == notice.Id);
            _all.Add(notice);
            _all.RemoveRange(0, Math.Max(0, _all.Count - Most));
        }

        Changed?.Invoke();
        return notice;
    }

    public void Remove(Notice notice)
    {
        lock (_gate)
        {
            _all.Remove(notice);
        }

        Changed?.Invoke();
    }
}

internal sealed record Notice(int Id, string Text, NoticeKind Kind);

internal enum NoticeKind
{
    Running,
    Done,
    Failed,
}
