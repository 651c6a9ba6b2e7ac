using System.Globalization;

namespace Middeck.Search.Bench;

/// <summary>
/// Holds numbers against their peers or limits and appends each to the file of <c>MIDDECK_BENCH_TABLE</c>, tabs between
/// <c>what, number, peer or limit, ratio, ok</c>, so that several programs make one table.
/// </summary>
internal static class Scoreboard
{
    private static readonly string? _file = Environment.GetEnvironmentVariable("MIDDECK_BENCH_TABLE");

    /// <summary>Whether the number is at most the other one times what is allowed.</summary>
    public static bool AtMost(string what, double number, double other, string unit, string name, double allowed = 1)
        => Note(what, number, other, unit, Allowing(name, allowed, "at most"), number <= other * allowed);

    /// <summary>Whether the number is at least the other one times what is demanded.</summary>
    public static bool AtLeast(string what, double number, double other, string unit, string name, double demanded = 1)
        => Note(what, number, other, unit, Allowing(name, demanded, "at least"), number >= other * demanded);

    /// <summary>Whether the number is the larger one.</summary>
    public static bool Above(string what, double number, double other, string unit, string name)
        => Note(what, number, other, unit, $"{name}, to be above", number > other);

    /// <summary>The peer does not run here.</summary>
    public static void NotCompared(string what, double number, string unit, string name)
        => Append($"{what}\t{Short(number)} {unit}\t{name} does not run here\t-\t-");

    private static string Allowing(string name, double factor, string bound) => factor == 1
        ? $"{name}, {bound}"
        : string.Create(CultureInfo.InvariantCulture, $"{name}, {bound} {factor} of it");

    private static bool Note(string what, double number, double other, string unit, string name, bool ok)
    {
        Append(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}\t{Short(number)} {unit}\t{Short(other)} {unit} ({name})\t{number / other:0.000}\t{(ok ? "yes" : "NO")}"));
        return ok;
    }

    private static void Append(string line)
    {
        if (_file is not null)
        {
            File.AppendAllText(_file, line + "\n");
        }
    }

    // Four places where they tell (a rank), none where they do not (queries a second).
    private static string Short(double number) => number.ToString(
        number < 1 ? "0.0000" : number < 100 ? "0.00" : "0", CultureInfo.InvariantCulture);
}
