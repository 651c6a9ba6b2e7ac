using System.Text.Json;
using System.Text.Json.Serialization;
using Middeck.Operations.Home;

namespace Middeck.Operations.Postgres;

/// <summary>What <c>run/pg.json</c> tells other programs of the private cluster; the password is in <c>keys/postgres</c>.</summary>
internal sealed record PostgresRecord(
    int Port, string User, string Database, string Data, string Socket, string Binaries, int Major)
{
    public void Write(MiddeckHome home)
        => PrivateFile.Write(PathIn(home), JsonSerializer.SerializeToUtf8Bytes(this, PostgresJson.Default.PostgresRecord));

    public static PostgresRecord? Read(MiddeckHome home)
        => File.Exists(PathIn(home))
            ? JsonSerializer.Deserialize(File.ReadAllBytes(PathIn(home)), PostgresJson.Default.PostgresRecord)
            : null;

    /// <summary>Npgsql's form; null when the password is gone.</summary>
    public static string? ConnectionString(MiddeckHome home)
        => Read(home) is { } record && PostgresPassword.Read(home) is { } password
            ? $"Host=127.0.0.1;Port={record.Port};Database={record.Database};Username={record.User};Password={password}"
            : null;

    private static string PathIn(MiddeckHome home) => home.RunFile("pg.json");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(PostgresRecord))]
internal sealed partial class PostgresJson : JsonSerializerContext;
