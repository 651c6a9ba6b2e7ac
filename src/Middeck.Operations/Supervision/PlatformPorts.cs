using Middeck.Operations.Catalogue;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;

namespace Middeck.Operations.Supervision;

/// <summary>Puts the ports of the platform's own parts into the texts of a service that starts now.</summary>
internal static class PlatformPorts
{
    public static string Fill(string text, MiddeckHome home, int platform)
        => Placeholders.FillBuiltIn(text, platform, PostgresRecord.Read(home)?.Port ?? PostgresPort.First);
}
