using System.Net;
using Middeck.Operations.Home;
using Middeck.Operations.Ports;

namespace Middeck.Operations.Postgres;

/// <summary>Chooses the private cluster's port: last time's when it is free, else the first free one from 7432.</summary>
internal static class PostgresPort
{
    public const int First = 7432;

    public static int Choose(MiddeckHome home)
    {
        if (PostgresRecord.Read(home) is { Port: var last } && PortProbe.IsFree(IPAddress.Loopback, last))
        {
            return last;
        }

        return PortProbe.FirstFree(IPAddress.Loopback, First)
            ?? throw new RefusedException(ExitCode.StartFailed, PostgresMessages.NoPort());
    }
}
