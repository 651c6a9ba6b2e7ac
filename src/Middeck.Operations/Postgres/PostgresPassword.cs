using System.Security.Cryptography;
using System.Text;
using Middeck.Operations.Home;

namespace Middeck.Operations.Postgres;

/// <summary>The generated password of the private cluster's one role, in <c>keys/postgres</c>.</summary>
internal static class PostgresPassword
{
    public static string PathIn(MiddeckHome home) => Path.Combine(home.Keys, "postgres");

    public static string? Read(MiddeckHome home)
        => File.Exists(PathIn(home)) ? File.ReadAllText(PathIn(home)).Trim() : null;

    /// <summary>Makes and keeps a new one: 32 letters and digits, so that no file format needs to quote it.</summary>
    public static string Create(MiddeckHome home)
    {
        var password = RandomNumberGenerator.GetString(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 32);
        PrivateFile.Write(PathIn(home), Encoding.ASCII.GetBytes($"{password}\n"));
        return password;
    }
}
