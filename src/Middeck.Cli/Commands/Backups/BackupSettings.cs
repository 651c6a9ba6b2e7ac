using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Middeck.Operations.Backup;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;
using Middeck.Server;

namespace Middeck.Cli.Commands.Backups;

/// <summary>The options that the commands on backups share.</summary>
internal sealed class BackupSettings
{
    private readonly Option<string?> _address;
    private readonly Option<string?> _passphrase;
    private readonly Option<string?>? _recipient;
    private readonly Option<string?>? _identity;
    private readonly Option<bool> _json;

    private BackupSettings(CommandContext context, Command command, string address, bool seals)
    {
        _address = new Option<string?>(address)
        {
            Description = new Message(
                "A folder or s3://bucket/prefix (backup.to; default: backups in the home)",
                "目录或 s3://bucket/prefix（backup.to，默认为主目录中的 backups）").In(context.Tongue),
        };
        _passphrase = new Option<string?>("--passphrase-file")
        {
            Description = new Message(
                "A file whose first line is the passphrase (backup.passphrase_file)",
                "口令文件，取第一行（backup.passphrase_file）").In(context.Tongue),
        };
        command.Options.Add(_address);
        command.Options.Add(_passphrase);
        if (seals)
        {
            _recipient = new Option<string?>("--recipient")
            {
                Description = new Message(
                    "Encrypt for this public key of age, age1… (backup.recipient)",
                    "用此 age 公钥加密，形如 age1…（backup.recipient）").In(context.Tongue),
            };
            command.Options.Add(_recipient);
        }
        else
        {
            _identity = new Option<string?>("--identity-file")
            {
                Description = new Message(
                    "The file with the private key of age (backup.identity_file)",
                    "age 私钥文件（backup.identity_file）").In(context.Tongue),
            };
            command.Options.Add(_identity);
        }

        _json = CommonOptions.AsJson(context);
        command.Options.Add(_json);
    }

    /// <summary>For a command that writes.</summary>
    public static BackupSettings ForWriting(CommandContext context, Command command) => new(context, command, "--to", seals: true);

    /// <summary>For a command that reads.</summary>
    public static BackupSettings ForReading(CommandContext context, Command command) => new(context, command, "--from", seals: false);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public BackupRequest Read(ParseResult parsed) => new()
    {
        Address = parsed.GetValue(_address),
        PassphraseFile = parsed.GetValue(_passphrase),
        Recipient = _recipient is null ? null : parsed.GetValue(_recipient),
        IdentityFile = _identity is null ? null : parsed.GetValue(_identity),
    };

    /// <summary>The home's configuration, checked.</summary>
    public static IConfigurationRoot Load(CommandContext context)
    {
        var configuration = ConfigurationLoader.Load(
            context.Home, new Dictionary<string, string>(), context.Environment);
        ConfigurationCheck.ThrowIfInvalid(configuration, MiddeckServer.KnownOptions());
        return configuration;
    }

    public static BackupService Service(CommandContext context) => new(context.Home, Load(context), context.Clock);

    /// <summary>The argument <c>NAME</c>; <c>latest</c> when it is left out.</summary>
    public static Argument<string> Name(CommandContext context) => new("name")
    {
        Description = new Message("The backup's name, or latest", "备份名称，或 latest").In(context.Tongue),
        DefaultValueFactory = _ => "latest",
    };
}
