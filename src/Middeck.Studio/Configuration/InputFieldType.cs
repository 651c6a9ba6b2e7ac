namespace Middeck.Studio.Configuration;

/// <summary>What can be entered into a field of an app's form.</summary>
internal enum InputFieldType
{
    /// <summary>One line, or many: <c>text-input</c> and <c>paragraph</c>.</summary>
    Text,

    /// <summary>One of the options.</summary>
    Select,

    /// <summary>A number, or text that is one.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Checkbox,

    /// <summary>One file.</summary>
    File,

    /// <summary>Several files.</summary>
    FileList,

    /// <summary>An object of JSON.</summary>
    JsonObject,
}
