using System.Reflection;
using System.Text.RegularExpressions;
using Middeck.Testing;

namespace Middeck.Architecture.Tests;

public sealed partial class FloorTests
{
    public static TheoryData<string> Rooms() => [.. House.Floors.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_rooms_below_it(string room)
    {
        var used = House.Load(room).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Middeck.", StringComparison.Ordinal))
            .Select(name => name["Middeck.".Length..]);

        var wrong = used.Where(other => !IsAllowed(room, other)).ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_source_folder_is_a_room_with_a_floor()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"))
            .Select(folder => Path.GetFileName(folder)["Middeck.".Length..]);

        Assert.Equal(House.Floors.Keys.Order(), folders.Order());
    }

    [Fact]
    public void A_pure_room_knows_neither_the_web_nor_a_database()
    {
        foreach (var room in House.Pure)
        {
            var foreign = House.Load(room).GetReferencedAssemblies()
                .Where(name => name.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                    || name.Name.StartsWith("Npgsql", StringComparison.Ordinal));

            Assert.Empty(foreign);
        }
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Endpoint_classes_are_internal_and_static(string room)
    {
        var wrong = House.Load(room).GetTypes()
            .Where(type => type.Name.EndsWith("Endpoints", StringComparison.Ordinal) && !type.IsNested)
            .Where(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
                .Any(method => method.Name.StartsWith("Map", StringComparison.Ordinal)))
            .Where(type => type.IsPublic || !(type.IsAbstract && type.IsSealed))
            .Select(type => type.FullName);

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_room_touches_only_its_own_tables()
    {
        var schemas = House.Floors.Keys.Select(room => room.ToLowerInvariant()).ToHashSet();
        var wrong = new List<string>();
        foreach (var (room, path) in House.Sources("*.cs").Concat(House.Sources("*.sql")))
        {
            foreach (Match match in TablePattern().Matches(File.ReadAllText(path)))
            {
                var schema = match.Groups[1].Value;
                if (schemas.Contains(schema) && !schema.Equals(room, StringComparison.OrdinalIgnoreCase))
                {
                    wrong.Add($"{Path.GetRelativePath(Repository.Root, path)}: {match.Value}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Migrations_are_numbered_without_a_gap(string room)
    {
        var folder = Path.Combine(Repository.Root, "src", $"Middeck.{room}", "Migrations");
        List<int> numbers = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.sql").Select(path => int.Parse(Path.GetFileName(path)[..4], null)).Order()]
            : [];

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    private static bool IsAllowed(string room, string other)
        => House.Floors[other] < House.Floors[room]
            || (room == "Http" && other == "Core")
            || (room == "Jobs" && other == "Storage");

    [GeneratedRegex(@"\b(?:FROM|JOIN|INTO|UPDATE|TABLE|REFERENCES|TRUNCATE)\s+(?:IF (?:NOT )?EXISTS\s+|ONLY\s+)?([a-z_]+)\.[a-z_]+")]
    private static partial Regex TablePattern();
}
