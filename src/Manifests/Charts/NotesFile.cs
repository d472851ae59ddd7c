using System.Text;
using RegressionAnalyzer.Manifests.Objects;

namespace RegressionAnalyzer.Manifests.Charts;

/// <summary>Writes <c>NOTES.txt</c>, which Helm shows to the person who has just installed the chart.</summary>
internal static class NotesFile
{
    public static string Write(IEnumerable<Workload> workloads)
    {
        var output = new StringBuilder();
        foreach (var workload in workloads)
        {
            var service = workload.Values["service"];
            output.Append($"{workload.Name} {{{{ {workload.Values["image"]["tag"].Helm} }}}} is in namespace {{{{ .Release.Namespace }}}}. From this machine:\n\n");
            output.Append($"  kubectl -n {{{{ .Release.Namespace }}}} port-forward service/{workload.Name} {workload.Settings.Port}:{{{{ {service["port"].Helm} | int }}}}\n");
            output.Append($"{{{{- if {ServiceObject.HasNodePort(service).Helm} }}}}\n\nFrom outside: http://<address of a node>:{{{{ {service["nodePort"].Helm} | int }}}}\n{{{{- end }}}}\n");
            if (workload.SecretKeys.Count > 0)
                Secret(output, workload);
        }

        return output.ToString();
    }

    private static void Secret(StringBuilder output, Workload workload)
    {
        output.Append($"{{{{- if {SecretObject.Existing(workload).IsNotSet.Helm} }}}}\n\nKeys that may be set ({string.Join(", ", workload.SecretKeys.Select(k => k.Name))}), each so:\n\n");
        output.Append($"  kubectl -n {{{{ .Release.Namespace }}}} patch secret {Naming.Secrets(workload.Name)} -p '{{\"stringData\":{{\"{workload.SecretKeys[0].Name}\":\"...\"}}}}'\n");
        output.Append($"  kubectl -n {{{{ .Release.Namespace }}}} rollout restart deployment/{workload.Name}\n{{{{- end }}}}\n");
    }
}
