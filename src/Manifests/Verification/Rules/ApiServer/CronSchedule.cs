using System.Globalization;

namespace RegressionAnalyzer.Manifests.Verification.Rules.ApiServer;

internal sealed class CronSchedule() : ObjectRule(new("cron-schedule", RuleOrigin.ApiServer, Severity.Error)
{
    Demand = "A schedule has five fields within their bounds, or is a macro such as @daily",
    Reason = "The API server refuses a schedule that cannot be read, and a time zone inside it.",
})
{
    private static readonly string[] Macros = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    protected override void Check(KubernetesObject item, ManifestSet set, RuleFindings findings)
    {
        var schedule = item.Spec["schedule"];
        if (item.Kind != "CronJob" || schedule.Text is not { Length: > 0 } text || IsEvery(text) || Macros.Contains(text))
            return;
        if (text.StartsWith("TZ=", StringComparison.Ordinal) || text.StartsWith("CRON_TZ=", StringComparison.Ordinal))
            findings.Add(schedule, "the schedule holds a time zone", "write spec.timeZone");
        else if (!IsSchedule(text))
            findings.Add(schedule, $"'{Spelling.Shown(text)}' is no schedule", "write minute, hour, day of month, month and day of week, such as \"30 2 * * 1-5\"");
    }

    private static bool IsEvery(string text) => text.StartsWith("@every ", StringComparison.Ordinal) && text.Length > 7 && char.IsAsciiDigit(text[7]);

    private static bool IsSchedule(string text)
    {
        var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == 5 && IsField(fields[0], 0, 59, []) && IsField(fields[1], 0, 23, []) && IsField(fields[2], 1, 31, [])
            && IsField(fields[3], 1, 12, Months) && IsField(fields[4], 0, 6, Days);
    }

    private static bool IsField(string field, int from, int to, string[] names) => field.Split(',').All(part => IsPart(part, from, to, names));

    private static bool IsPart(string part, int from, int to, string[] names)
    {
        var step = part.Split('/');
        if (step.Length > 2 || (step.Length == 2 && !(int.TryParse(step[1], NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0)))
            return false;
        if (step[0] is "*" or "?")
            return true;
        var range = step[0].Split('-');
        var numbers = range.Select(text => Number(text, from, names)).ToList();
        return numbers.Count <= 2 && numbers.TrueForAll(n => n >= from && n <= to) && (numbers.Count == 1 || numbers[0] <= numbers[1]);
    }

    private static int Number(string text, int from, string[] names)
    {
        var name = Array.FindIndex(names, n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
        return name >= 0 ? from + name : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }
}
