using System.Globalization;

namespace Middeck.Operations.Ports;

/// <summary>The names of this machine's users.</summary>
internal static class UserNames
{
    /// <summary>The name of a user id; the id itself when nobody has it.</summary>
    public static string Of(int id)
    {
        var number = id.ToString(CultureInfo.InvariantCulture);
        // root:x:0:0:root:/root:/bin/bash
        return File.Exists("/etc/passwd")
            ? File.ReadLines("/etc/passwd").Select(line => line.Split(':')).FirstOrDefault(fields => fields.Length > 2 && fields[2] == number)?[0]
                ?? number
            : number;
    }
}
