namespace RegressionAnalyzer.Examples.Observer;

/// <summary>What the verbs have left at the resources.</summary>
internal static class AnnotationReport
{
    public static void Write(Model model)
    {
        var service = model.Service.Resource;
        Report.Write("replicas", service.GetReplicaCount(), service.Annotations.OfType<ReplicaAnnotation>().Last().Replicas, model.Job.Resource.GetReplicaCount());
        Report.Write("variables", service.TryGetEnvironmentVariables(out var variables) && variables.All(v => v.Callback is not null));
        Report.Write("arguments", service.Annotations.OfType<CommandLineArgsCallbackAnnotation>().Count(a => a.Callback is not null));
        Report.Write("commands", string.Join(",", service.Annotations.OfType<ResourceCommandAnnotation>().Select(c => $"{c.Name} {c.DisplayName} {c.ExecuteCommand is not null}")));
        Report.Write("explicit start", model.Job.Resource.HasAnnotationOfType<ExplicitStartupAnnotation>(), service.HasAnnotationOfType<ExplicitStartupAnnotation>());
        Report.Write("health checks", service.TryGetAnnotationsOfType<HealthCheckAnnotation>(out var checks) ? string.Join(",", checks.Select(c => c.Key).Order()) : null);
        Report.Write("icon", service.TryGetLastAnnotation<ResourceIconAnnotation>(out var icon) ? $"{icon.IconName} {icon.IconVariant}" : null);
        WriteEndpoints(service);
        WriteMounts(service);
        WriteProbes(service);
        foreach (var relation in model.Drawer.Resource.Annotations.OfType<ResourceRelationshipAnnotation>())
        {
            Report.Write("relation", relation.Type, relation.Resource.Name);
        }

        foreach (var wait in model.Cupboard.Resource.Annotations.OfType<WaitAnnotation>())
        {
            Report.Write("wait", wait.WaitType, wait.Resource.Name, wait.ExitCode);
        }

        // Later annotations win over earlier ones; Replace leaves only the new one.
        var drawer = model.Drawer.WithAnnotation(new ReplicaAnnotation(2)).WithAnnotation(new ReplicaAnnotation(3), ResourceAnnotationMutationBehavior.Replace);
        Report.Write("replaced", drawer.Resource.Annotations.OfType<ReplicaAnnotation>().Count(), drawer.Resource.GetReplicaCount());
        drawer.WithAnnotation(new ReplicaAnnotation(4));
        Report.Write("appended", drawer.Resource.Annotations.OfType<ReplicaAnnotation>().Count(), drawer.Resource.GetReplicaCount());
    }

    private static void WriteEndpoints(ProjectResource service)
    {
        Report.Write("by name", ((IResourceWithEndpoints)service).GetEndpoint("http").EndpointAnnotation.Name);
        foreach (var e in service.TryGetEndpoints(out var endpoints) ? endpoints : [])
        {
            Report.Write("endpoint", e.Name, e.UriScheme, e.Transport, e.Protocol, e.Port, e.TargetPort, e.TargetHost, e.IsExternal, e.IsProxied, e.AllocatedEndpoint);
        }
    }

    private static void WriteMounts(ProjectResource service)
    {
        foreach (var m in service.TryGetContainerMounts(out var mounts) ? mounts : [])
        {
            Report.Write("mount", m.Source, m.Target, m.Type, m.IsReadOnly);
        }
    }

    private static void WriteProbes(ProjectResource service)
    {
        foreach (var p in service.Annotations.OfType<EndpointProbeAnnotation>())
        {
            Report.Write("probe", p.Type, p.Path, p.EndpointReference.EndpointName, p.InitialDelaySeconds, p.PeriodSeconds, p.TimeoutSeconds, p.FailureThreshold, p.SuccessThreshold);
        }
    }
}
