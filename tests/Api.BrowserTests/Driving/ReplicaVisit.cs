namespace RegressionAnalyzer.Api.BrowserTests.Driving;

public static class ReplicaVisit
{
    extension(Visit)
    {
        public static Task<Visit> BeginAsync(Chromium chromium, Replica replica, bool phone = false, bool dark = false, string path = "/") =>
            Visit.BeginAsync(chromium, replica.Http.BaseAddress!, phone, dark, path);
    }
}
