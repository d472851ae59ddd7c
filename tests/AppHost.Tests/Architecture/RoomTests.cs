using System.Xml.Linq;

namespace RegressionAnalyzer.AppHost.Tests.Architecture;

/// <summary>Who may know whom (DESIGN.md, section 2). A new arrow is a decision, so it is made here too.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["AppHost"] = ["Api", "Hosting", "Manifests"],
        ["Api"] = ["Analysis", "ServiceDefaults"],
        ["Analysis"] = [],
        ["ServiceDefaults"] = [],
        ["Manifests"] = [],
        ["Hosting"] = [],
    };

    public static TheoryData<string> Rooms => [.. Directory.GetDirectories(Repository.Path("src")).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_references_only_the_rooms_it_may_know(string room)
    {
        Assert.Contains(room, Arrows.Keys);
        Assert.Equal(Arrows[room], References(room).Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)).Order());
    }

    [Fact]
    public void The_AppHost_runs_the_Api_and_does_not_call_its_code()
    {
        var referenced = typeof(Projects.AppHost).Assembly.GetReferencedAssemblies().Select(a => a.Name);

        Assert.DoesNotContain("RegressionAnalyzer.Api", referenced);
    }

    [Fact]
    public void The_model_fits_on_one_screen() =>
        Assert.InRange(File.ReadAllLines(Repository.Path("src/AppHost/AppHost.cs")).Length, 1, 50);

    private static IEnumerable<XElement> References(string room) =>
        XDocument.Load(Repository.Path($"src/{room}/{room}.csproj")).Descendants("ProjectReference");
}
