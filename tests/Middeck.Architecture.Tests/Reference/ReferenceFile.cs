using Middeck.Testing;

namespace Middeck.Architecture.Tests.Reference;

/// <summary>A page under docs/reference that is made from the code. A run with MIDDECK_UPDATE_DOCS set writes it; any other compares.</summary>
internal static class ReferenceFile
{
    public static void AssertCurrent(string name, string expected)
    {
        var path = Path.Combine(Repository.Root, "docs", "reference", name);
        if (Environment.GetEnvironmentVariable("MIDDECK_UPDATE_DOCS") is { Length: > 0 })
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == expected,
            $"docs/reference/{name} is out of date. Run: MIDDECK_UPDATE_DOCS=1 dotnet test tests/Middeck.Architecture.Tests");
    }
}
