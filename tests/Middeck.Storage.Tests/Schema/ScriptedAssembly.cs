using System.Reflection;
using System.Text;
using Middeck.Storage.Schema;

namespace Middeck.Storage.Tests.Schema;

/// <summary>An assembly that holds the migrations that a test wrote.</summary>
internal sealed class ScriptedAssembly(params (string Name, string Sql)[] files) : Assembly
{
    private const string Prefix = "Test.Migrations.";

    public MigrationSet As(string room) => new(room, this, 1);

    public override string[] GetManifestResourceNames() => [.. files.Select(file => Prefix + file.Name)];

    public override Stream? GetManifestResourceStream(string name)
        => new MemoryStream(Encoding.UTF8.GetBytes(files.Single(file => Prefix + file.Name == name).Sql));
}
