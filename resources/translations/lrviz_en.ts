<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Copying</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/copying.py"/>
        <source>%n line(s), in columns that tabs part.</source>
        <translation>
            <numerusform>%n line, in columns that tabs part.</numerusform>
            <numerusform>%n lines, in columns that tabs part.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>%n file(s) are listed on the page of lessons and in the menu.</source>
        <translation>
            <numerusform>%n file is listed on the page of lessons and in the menu.</numerusform>
            <numerusform>%n files are listed on the page of lessons and in the menu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/panels/settings_dialog.py"/>
        <source>You agreed to execute %n model file(s); without that you are asked again.</source>
        <translation>
            <numerusform>You agreed to execute %n model file; without that you are asked again.</numerusform>
            <numerusform>You agreed to execute %n model files; without that you are asked again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaleChip</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/controls/stale_chip.py"/>
        <source>%n run(s) changed since their race</source>
        <translation>
            <numerusform>%n run changed since its race</numerusform>
            <numerusform>%n runs changed since their race</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/window.py"/>
        <source>%n row(s) of numbers copied</source>
        <translation>
            <numerusform>%n row of numbers copied</numerusform>
            <numerusform>%n rows of numbers copied</numerusform>
        </translation>
    </message>
</context>
</TS>
