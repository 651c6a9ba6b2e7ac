using Middeck.Core.Errors;

namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>What can go wrong with mail.</summary>
internal static class MailFaults
{
    public static FaultException NotSet() => new(Fault.Invalid(
        "tools.mail_not_set", "The workspace has no mail server yet. Enter one on the page of the tools, under E-mail."));

    public static FaultException InvalidAddress(string field, string address)
        => new(Fault.Invalid("tools.mail_invalid_address", $"'{address}' is no mail address.", field));

    public static FaultException InvalidHost() => new(Fault.Invalid(
        "tools.mail_invalid_host", "The host is the name or the address of a mail server, without a port and a scheme.", "host"));

    public static FaultException ImplicitTls() => new(Fault.Invalid(
        "tools.mail_port_unsupported", "Port 465 speaks TLS from the first byte, which is not supported. Use port 587 with TLS.", "port"));

    public static FaultException PasswordNeeded() => new(Fault.Invalid(
        "tools.mail_password_needed",
        "The server or the user name changes, so the password must be given again: it is sent only where it was given for.",
        "password"));

    public static FaultException PasswordUnreadable(Exception inner) => new(
        new Fault(FaultKind.Upstream, "tools.mail_password_unreadable", "The password of the mail server cannot be read any more. Enter it again."),
        inner);

    public static FaultException Failed(string sentence, Exception inner)
        => new(new Fault(FaultKind.Upstream, "tools.mail_failed", sentence), inner);
}
