using System.Security.Cryptography;

namespace RegressionAnalyzer.Api.Storage;

/// <summary>Names of uploads and jobs: 128 random bits as 32 hexadecimal digits. They are the only thing from outside that becomes part of a path.</summary>
internal static class Id
{
    private const int Length = 32;

    public static string New() => RandomNumberGenerator.GetHexString(Length, lowercase: true);

    public static bool IsWellFormed(string id) => id.Length == Length && id.All(char.IsAsciiHexDigitLower);
}
