using RegressionAnalyzer.Manifests.Verification;

namespace RegressionAnalyzer.Manifests.Tests.Clusters;

/// <summary>Verifying with a cluster in reach: its API server has its say as well, and keeps nothing.</summary>
public sealed class VerifyClusterTests : DeployScene
{
    private const string ConfigMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: here}\ndata:\n  key: value\n";

    [Fact]
    public void What_was_deployed_is_taken_and_nothing_is_kept()
    {
        Kinds();
        Server.Objects["api/v1/namespaces/regression-analyzer"] = [];
        var report = ManifestVerifier.Verify(Folder.In("k8s"), new VerifyOptions { Cluster = Cluster() });
        Assert.Empty(report.Findings);
        Assert.Empty(report.Notes);
        Assert.Single(Server.Objects);
        var patches = Server.Requests.Where(r => r.Method == "PATCH").ToList();
        Assert.Equal(11, patches.Count);
        Assert.All(patches, p => Assert.EndsWith("?fieldManager=regression-analyzer-verify&fieldValidation=Strict&dryRun=All&force=true", p.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_server_refuses_is_a_finding_at_the_field()
    {
        Kinds();
        Server.Objects["api/v1/namespaces/here"] = [];
        Server.Answers["configmaps/a!"] = (422, """{"kind":"Status","message":"ConfigMap \"a\" is invalid","details":{"causes":[{"field":"data.key","message":"Invalid value: no."},{"field":"spec.x","message":"Required value"}]},"code":422}""");
        var findings = Verify(ConfigMap).Findings;
        Assert.Equal(
            [("server-dry-run", 1, "the API server refuses spec.x: Required value"), ("server-dry-run", 5, "the API server refuses data.key: Invalid value: no")],
            findings.Select(f => (f.Rule.Id, f.Line, f.Message)));
        Server.Answers["configmaps/a!"] = (403, """{"kind":"Status","message":"admission webhook \"policy\" denied the request: no team label","code":403}""");
        Assert.Equal("the API server refuses it (403): admission webhook \"policy\" denied the request: no team label", Assert.Single(Verify(ConfigMap).Findings).Message);
    }

    [Fact]
    public void What_the_server_cannot_check_is_noted()
    {
        Kinds();
        Assert.Equal(["the cluster can only check what is in the namespace 'here' once that is there"], Verify(ConfigMap).Notes);
        Server.Objects["api/v1/namespaces/here"] = [];
        Server.Answers["configmaps/a!"] = (403, """{"kind":"Status","message":"configmaps \"a\" is forbidden: User \"dev\" cannot patch resource","code":403}""");
        Assert.Equal(["ConfigMap/here/a: these credentials may not apply it, so the cluster did not check it"], Verify(ConfigMap).Notes);
    }

    [Fact]
    public void A_kind_that_the_cluster_does_not_have_is_a_finding()
    {
        var finding = Assert.Single(Verify("apiVersion: example.com/v1\nkind: Gadget\nmetadata: {name: a, namespace: here}\n").Findings);
        Assert.Equal(($"{Server.Configuration.Host} has no example.com/v1 Gadget", 2), (finding.Message, finding.Line));
    }

    private VerifyReport Verify(string yaml) => ManifestVerifier.Verify([new PublishedFile("a.yaml", yaml)], new VerifyOptions { Cluster = Cluster() });

    private void Kinds()
    {
        void Has(string root, params string[] resources) => Server.Answers[root] = (200, $$"""{"resources":[{{string.Join(',', resources)}}]}""");
        static string Kind(string name, string kind, bool isNamespaced = true) => $$"""{"name":"{{name}}","kind":"{{kind}}","namespaced":{{(isNamespaced ? "true" : "false")}}}""";
        Has("api/v1", Kind("namespaces", "Namespace", isNamespaced: false), Kind("secrets", "Secret"), Kind("configmaps", "ConfigMap"), Kind("services/proxy", "ServiceProxyOptions"), Kind("services", "Service"), Kind("serviceaccounts", "ServiceAccount"), Kind("persistentvolumeclaims", "PersistentVolumeClaim"));
        Has("apis/apps/v1", Kind("deployments/status", "Deployment"), Kind("deployments", "Deployment"));
        Has("apis/autoscaling/v2", Kind("horizontalpodautoscalers", "HorizontalPodAutoscaler"));
        Has("apis/policy/v1", Kind("poddisruptionbudgets", "PodDisruptionBudget"));
        Has("apis/networking.k8s.io/v1", Kind("networkpolicies", "NetworkPolicy"));
    }
}
