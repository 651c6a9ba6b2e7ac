using System.Reflection;

namespace Middeck.Storage.Schema;

/// <summary>The migrations of one room: <c>Migrations/0001_name.sql</c>, embedded in its assembly.</summary>
/// <param name="Room">The room's name and its schema, such as <c>identity</c>.</param>
/// <param name="Assembly">Where the files are embedded.</param>
/// <param name="Order">Rooms with a lower number come first.</param>
public sealed record MigrationSet(string Room, Assembly Assembly, int Order);
