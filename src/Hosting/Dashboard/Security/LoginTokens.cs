using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.Dashboard.Security;

/// <summary>What the link on the console carries. One that we made opens the dashboard once; one that the person chose, every time.</summary>
internal sealed class LoginTokens(string? chosen)
{
    private readonly Lock _gate = new();
    private string _current = chosen ?? Create();

    public string Current
    {
        get
        {
            lock (_gate)
            {
                return _current;
            }
        }
    }

    /// <summary>Called with the token of the next link, once one was used.</summary>
    public event Action<string>? Renewed;

    public bool TryUse(string? token)
    {
        string? next = null;
        lock (_gate)
        {
            if (string.IsNullOrEmpty(token) || !CryptographicOperations.FixedTimeEquals(Digest(token), Digest(_current)))
            {
                return false;
            }

            if (chosen is null)
            {
                _current = next = Create();
            }
        }

        if (next is not null)
        {
            Renewed?.Invoke(next);
        }

        return true;
    }

    /// <summary>128 bits, and nothing that a terminal would leave out of a link.</summary>
    private static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
