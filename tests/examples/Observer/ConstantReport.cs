using Aspire.Hosting.Pipelines;

namespace RegressionAnalyzer.Examples.Observer;

/// <summary>Names and numbers that end up in compiled code: another value would be another meaning.</summary>
internal static class ConstantReport
{
    public static void Write()
    {
        Report.Write("steps", WellKnownPipelineSteps.Publish, WellKnownPipelineSteps.PublishPrereq, WellKnownPipelineSteps.Build, WellKnownPipelineSteps.BuildPrereq,
            WellKnownPipelineSteps.Push, WellKnownPipelineSteps.PushPrereq, WellKnownPipelineSteps.Deploy, WellKnownPipelineSteps.DeployPrereq, WellKnownPipelineSteps.Destroy,
            WellKnownPipelineSteps.DestroyPrereq, WellKnownPipelineSteps.ProcessParameters, WellKnownPipelineSteps.BeforeStart, WellKnownPipelineSteps.Diagnostics);
        Numbers(Enum.GetValues<CompletionState>());
        Numbers(Enum.GetValues<ContainerMountType>());
        Numbers(Enum.GetValues<IconVariant>());
        Numbers(Enum.GetValues<ProbeType>());
        Numbers(Enum.GetValues<ResourceAnnotationMutationBehavior>());
        Numbers(Enum.GetValues<ResourceCommandState>());
        Numbers(Enum.GetValues<WaitType>());
    }

    private static void Numbers(Array values) => Report.Write(values.GetType().GetElementType()!.Name, [.. values.Cast<Enum>().Select(v => $"{v:D} {v}")]);
}
