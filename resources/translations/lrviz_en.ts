<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Copying</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/showing/copying.py"/>
        <source>%n line(s), in columns that tabs part.</source>
        <translation>
            <numerusform>%n line, in columns that tabs part.</numerusform>
            <numerusform>%n lines, in columns that tabs part.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Count</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} epoch(s)</source>
        <translation>
            <numerusform>{0} epoch</numerusform>
            <numerusform>{0} epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} example(s)</source>
        <translation>
            <numerusform>{0} example</numerusform>
            <numerusform>{0} examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} number(s)</source>
        <translation>
            <numerusform>{0} number</numerusform>
            <numerusform>{0} numbers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} row(s)</source>
        <translation>
            <numerusform>{0} row</numerusform>
            <numerusform>{0} rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} run(s)</source>
        <translation>
            <numerusform>{0} run</numerusform>
            <numerusform>{0} runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} seed(s)</source>
        <translation>
            <numerusform>{0} seed</numerusform>
            <numerusform>{0} seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} step(s)</source>
        <translation>
            <numerusform>{0} step</numerusform>
            <numerusform>{0} steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/speech/counts.py"/>
        <source>{0} update(s)</source>
        <translation>
            <numerusform>{0} update</numerusform>
            <numerusform>{0} updates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/home/home.py"/>
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message numerus="yes">
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../lrviz/ui/arriving/recent.py"/>
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
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
</TS>
