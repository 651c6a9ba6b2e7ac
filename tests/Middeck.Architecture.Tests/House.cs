using System.Reflection;
using Middeck.Testing;

namespace Middeck.Architecture.Tests;

/// <summary>The rooms and the floors they stand on. A room uses only rooms below; Jobs also uses Storage beside it.</summary>
internal static class House
{
    public static readonly IReadOnlyDictionary<string, int> Floors = new Dictionary<string, int>
    {
        ["Core"] = 0,
        ["Http"] = 0,
        ["Storage"] = 1,
        ["Jobs"] = 1,
        ["Sandbox"] = 1,
        ["Search"] = 1,
        ["Identity"] = 2,
        ["Models"] = 3,
        ["Workflows"] = 3,
        ["Operations"] = 3,
        ["Observability"] = 3,
        ["Knowledge"] = 4,
        ["Studio"] = 5,
        ["Server"] = 8,
        ["Cli"] = 9,
    };

    /// <summary>Rooms without ASP.NET and without a database.</summary>
    public static readonly string[] Pure = ["Core", "Search", "Workflows"];

    public static Assembly Load(string room)
        => Assembly.Load(room == "Cli" ? "middeck" : $"Middeck.{room}");

    public static IEnumerable<(string Room, string Path)> Sources(string pattern)
        => from room in Floors.Keys
           from path in Directory.EnumerateFiles(
               Path.Combine(Repository.Root, "src", $"Middeck.{room}"), pattern, SearchOption.AllDirectories)
           select (room, path);
}
