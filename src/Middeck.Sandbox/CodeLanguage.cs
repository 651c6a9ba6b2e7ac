namespace Middeck.Sandbox;

/// <summary>The languages that code may be written in.</summary>
public enum CodeLanguage
{
    /// <summary>Python 3 with its standard library, and with numpy and pandas where Debian's packages of them are installed.</summary>
    Python,

    /// <summary>JavaScript on Node.js.</summary>
    JavaScript,
}
