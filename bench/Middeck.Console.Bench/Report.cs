namespace Middeck.Console.Bench;

/// <summary>Prints medians, each with its share of the budget.</summary>
internal static class Report
{
    private const double RequestLimit = 5;
    private const double HeapLimitMb = 60;

    public static void WriteHead(int slowdown)
    {
        System.Console.WriteLine(slowdown == 1 ? "full speed" : $"processor slowed down {slowdown} times");
        System.Console.WriteLine($"  {"page",-40}{"paint",14}{"blocked",14}{"longest",10}{"requests",12}{"scripts",16}{"heap",14}");
    }

    public static void Write(BenchPage page, IReadOnlyList<Visit> visits, int slowdown)
    {
        var (paintLimit, blockedLimit) = slowdown == 1 ? (1000, 150) : (2000, 700);
        var paint = Median(visits, visit => visit.PaintMs);
        var blocked = Median(visits, visit => visit.BlockedMs);
        var requests = Median(visits, visit => visit.Requests);
        var scripts = Median(visits, visit => visit.ScriptKb);
        var heap = Median(visits, visit => visit.HeapMb);
        System.Console.WriteLine(
            $"  {"/" + page.Path.TrimStart('/'),-40}{$"{paint:0} ms",9}{paint / paintLimit,5:0.00}{$"{blocked:0} ms",9}{blocked / blockedLimit,5:0.00}"
            + $"{$"{Median(visits, visit => visit.LongestMs):0} ms",10}{requests,7:0}{requests / RequestLimit,5:0.00}"
            + $"{$"{scripts:0.0} KB",11}{scripts / page.ScriptLimit,5:0.00}{$"{heap:0.0} MB",9}{heap / HeapLimitMb,5:0.00}");
    }

    private static double Median(IReadOnlyList<Visit> visits, Func<Visit, double> of)
        => visits.Select(of).Order().ElementAt(visits.Count / 2);
}
