using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>The program of an executable, on this machine.</summary>
internal static class ExecutableFile
{
    /// <returns>The full path.</returns>
    /// <exception cref="DistributedApplicationException">The working folder or the program does not exist.</exception>
    public static string Find(ExecutableResource executable)
    {
        if (!Directory.Exists(executable.WorkingDirectory))
        {
            throw new DistributedApplicationException(
                $"The working folder of '{executable.Name}', '{executable.WorkingDirectory}', does not exist. Make it, or name another in AddExecutable.");
        }

        return ProgramPath.Find(executable.Command, executable.WorkingDirectory) ?? throw new DistributedApplicationException(
            $"The program '{executable.Command}' of '{executable.Name}' was found neither on the PATH nor in '{executable.WorkingDirectory}'. "
            + "Install it, or give its full path in AddExecutable.");
    }

    /// <summary>Whether the program must be there before anything starts: not where one waits for a job, which may make it, or is started by hand.</summary>
    public static bool IsNeededAtStart(IResource resource) =>
        !resource.Annotations.Any(a => a is WaitAnnotation { WaitType: WaitType.WaitForCompletion } or ExplicitStartupAnnotation);
}
