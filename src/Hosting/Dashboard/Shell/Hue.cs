using System.Globalization;

namespace Aspire.Hosting.Dashboard.Shell;

/// <summary>
/// The colour of a name: the same for the same name on every page, and in the console's script. Names that differ in their last letter, as replicas' do,
/// get colours far apart, and none gets red: that is for what failed.
/// </summary>
internal static class Hue
{
    public static string Of(string name) => (30 + (name.Aggregate(7, (hash, letter) => ((hash * 31) + letter) % 360) * 137 % 300)).ToString(CultureInfo.InvariantCulture);
}
