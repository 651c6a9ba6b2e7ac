using System.Globalization;
using System.Text;
using Middeck.Operations.Home;

namespace Middeck.Operations.Catalogue;

/// <summary>Changes <c>services.yaml</c> and <c>middeck.yaml</c> as a careful person would: the lines that must, and nothing else.</summary>
public static class ServicesFile
{
    private const string Heading =
        """
        # The services of this installation besides the platform and its PostgreSQL.
        # Every key: middeck services schema, docs/services.md. Check it: middeck services check. Apply it: middeck services reload.

        """;

    /// <summary>Adds a service that begins with a ready-made entry.</summary>
    /// <returns>The catalogue as it is then.</returns>
    /// <exception cref="RefusedException">No such preset, the name is taken, or the file would have faults, such as two entries with one port.</exception>
    public static ServiceCatalogue Add(MiddeckHome home, string preset, string name)
    {
        if (!ServicePresets.Names.Contains(preset))
        {
            throw new RefusedException(ExitCode.Usage, CatalogueMessages.NoSuchPreset(
                preset, CatalogueKeys.Nearest(preset, ServicePresets.Names), ServicePresets.Names));
        }

        if (!ServiceName.IsValid(name))
        {
            throw new RefusedException(ExitCode.Usage, CatalogueMessages.Bad(
                "middeck services add", name, ServiceName.Form, ServiceName.ChineseForm));
        }

        if (CatalogueLoader.Load(home).Find(name) is { } there)
        {
            throw new RefusedException(ExitCode.Usage, CatalogueMessages.AlreadyThere(name, there.FileLine));
        }

        var text = Read(home.ServicesFile) is { Length: > 0 } given ? given : Heading;
        var lines = new[] { $"preset: {preset}" };
        return Write(home, YamlText.Add(text, ["services", name], lines), $"services:\n  {name}:\n    preset: {preset}");
    }

    /// <summary>Takes a service out.</summary>
    /// <exception cref="RefusedException">There is none, or another one needs it.</exception>
    public static ServiceCatalogue Remove(MiddeckHome home, string name)
    {
        var catalogue = CatalogueLoader.Load(home);
        if (catalogue.Find(name) is null)
        {
            throw NoSuchService(name, catalogue);
        }

        return Write(home, YamlText.Remove(Read(home.ServicesFile), ["services", name]), $"# without services.{name}");
    }

    /// <summary>Gives a service's port another number; whoever names it by <c>${port:…}</c> follows.</summary>
    /// <exception cref="RefusedException">The file would have faults, or is written in a form that cannot be changed here.</exception>
    public static void SetPort(MiddeckHome home, string service, string port, int number)
    {
        var text = Read(home.ServicesFile);
        var value = number.ToString(CultureInfo.InvariantCulture);
        string[] path = ["services", service, "ports", port];
        // A port in its short form stays short; else only the number is said, and a ready-made entry's other keys stay.
        var changed = YamlText.Set(text, IsShort(text, path) ? path : [.. path, "number"], value);
        Write(home, changed, $"services:\n  {service}:\n    ports:\n      {port}: {value}");
    }

    /// <summary>Gives the platform another port in <c>middeck.yaml</c>.</summary>
    /// <exception cref="RefusedException">The file is written in a form that cannot be changed here.</exception>
    public static void SetPlatformPort(MiddeckHome home, int number)
    {
        var value = number.ToString(CultureInfo.InvariantCulture);
        var changed = YamlText.Set(Read(home.ConfigurationFile), ["server", "port"], value)
            ?? throw new RefusedException(
                ExitCode.Configuration, CatalogueMessages.NotByHand(home.ConfigurationFile, $"server:\n  port: {value}"));
        PrivateFile.Write(home.ConfigurationFile, Encoding.UTF8.GetBytes(changed));
    }

    /// <summary>The refusal for a name that the catalogue does not have.</summary>
    public static RefusedException NoSuchService(string name, ServiceCatalogue catalogue)
    {
        var known = catalogue.Services.Select(service => service.Name).Concat(["platform", "postgres"]).ToList();
        return new RefusedException(
            ExitCode.Usage, CatalogueMessages.NoSuchService(name, CatalogueKeys.Nearest(name, known), known));
    }

    private static ServiceCatalogue Write(MiddeckHome home, string? text, string byHand)
    {
        if (text is null)
        {
            throw new RefusedException(ExitCode.Configuration, CatalogueMessages.NotByHand(home.ServicesFile, byHand));
        }

        // Faults, such as a port that two entries want, are told before anything is written.
        var catalogue = CatalogueLoader.Parse(home, text);
        PrivateFile.Write(home.ServicesFile, Encoding.UTF8.GetBytes(text));
        return catalogue;
    }

    private static bool IsShort(string text, string[] path)
        => path.Aggregate((YamlValue?)YamlValue.Parse(text, ""), (node, key) => (node as YamlValue.Mapping)?.Find(key)?.Value)
            is YamlValue.Scalar;

    private static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
