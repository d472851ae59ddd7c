using System.Globalization;

namespace Aspire.Hosting.Dashboard.Shell;

/// <summary>The colour of a name: the same for the same name on every page, and in the console's script.</summary>
internal static class Hue
{
    public static string Of(string name) => name.Aggregate(7, (hash, letter) => ((hash * 31) + letter) % 360).ToString(CultureInfo.InvariantCulture);
}
