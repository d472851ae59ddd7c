namespace RegressionAnalyzer.Manifests.Verification.Rules;

/// <summary>The parts of an image as a pod names it.</summary>
internal sealed record Image(string Name, string? Tag, string? Digest)
{
    public static Image Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (rest, digest) = at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
        var colon = rest.LastIndexOf(':');
        return colon > rest.LastIndexOf('/') ? new(rest[..colon], rest[(colon + 1)..], digest) : new(rest, null, digest);
    }

    public static bool IsValid(string text)
    {
        var image = Parse(text);
        var slash = image.Name.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : image.Name[..slash];
        var hasRegistry = first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal) || first == "localhost";
        var repository = hasRegistry ? image.Name[(slash + 1)..] : image.Name;
        return (!hasRegistry || ImageName.IsRegistry(first))
            && ImageName.IsRepository(repository)
            && (image.Tag is null || IsTag(image.Tag))
            && (image.Digest is null || IsDigest(image.Digest));
    }

    private static bool IsTag(string tag) =>
        tag.Length is > 0 and <= 128 && (char.IsAsciiLetterOrDigit(tag[0]) || tag[0] == '_') && tag.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');

    private static bool IsDigest(string digest)
    {
        var colon = digest.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && digest.Length - colon - 1 >= 32 && digest.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', 'z') < 0;
    }
}
